import { useState } from 'react';
import { parsePlaybookTarget } from '../kit/navigation/playbook-target';
import { useSurface } from '../kit/surface/surface-context';
import { PageList } from './page-list';
import { PlaybookPage } from './playbook-page';
import styles from './playbook.module.css';

/** Which page is open. */
interface OpenPage {
  readonly projectKey: string;
  readonly typeId: string;
}

/** The playbook: the page a link asks for, or the list of all of them; both stay in this tab. */
export function PlaybookSurface() {
  const { extension } = useSurface();
  const [target] = useState(() => parsePlaybookTarget(extension['location']));
  const [open, setOpen] = useState<OpenPage | null>(() =>
    target.projectKey !== null && target.typeId !== null ? { projectKey: target.projectKey, typeId: target.typeId } : null,
  );
  const [listed, setListed] = useState(target.projectKey);
  return (
    <main className={styles.surface}>
      {open === null ? (
        <PageList projectKey={listed} onOpen={setOpen} onAll={() => setListed(null)} />
      ) : (
        <PlaybookPage
          key={`${open.projectKey} ${open.typeId}`}
          projectKey={open.projectKey}
          typeId={open.typeId}
          onLeave={() => setOpen(null)}
        />
      )}
    </main>
  );
}
