import { mountSurface } from '../kit/surface/mount-surface';
import { HandoffScreen } from './handoff-screen';

void mountSurface(
  <main>
    <HandoffScreen />
  </main>,
);
