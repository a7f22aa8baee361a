import { mountSurface } from '../kit/surface/mount-surface';
import { RuleSummary } from '../workflow-rule/rule-summary';

void mountSurface(<RuleSummary />);
