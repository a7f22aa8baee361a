import { mountSurface } from '../kit/surface/mount-surface';
import { RuleEditor } from '../workflow-rule/rule-editor';

void mountSurface(<RuleEditor isNew />);
