import { mountSurface } from '../kit/surface/mount-surface';
import { GetStartedPage } from './get-started-page';

void mountSurface(<GetStartedPage />);
