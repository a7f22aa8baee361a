import { mountSurface } from '../kit/surface/mount-surface';
import { HealthGadget } from './health-gadget';

void mountSurface(<HealthGadget />);
