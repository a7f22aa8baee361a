import { mountSurface } from '../kit/surface/mount-surface';
import { EditGadget } from './edit-gadget';

void mountSurface(<EditGadget />);
