import { mountSurface } from '../kit/surface/mount-surface';
import { PlaybookSurface } from './playbook-surface';

void mountSurface(<PlaybookSurface />);
