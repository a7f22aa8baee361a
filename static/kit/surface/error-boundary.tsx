import { Component, type ErrorInfo, type ReactNode } from 'react';
import styles from './error-boundary.module.css';

interface Props {
  readonly children: ReactNode;
  /** Text for people; `code` names the kind of fault and nothing else. */
  readonly message: (code: string) => string;
  readonly reload: string;
}

/** Last resort: a fault while drawing shows a sentence and a code instead of an empty frame. What was saved stays saved. */
export class ErrorBoundary extends Component<Props, { readonly code: string | null }> {
  override readonly state: { readonly code: string | null } = { code: null };

  static getDerivedStateFromError(error: unknown): { readonly code: string } {
    return { code: error instanceof Error ? error.name : 'Unknown' };
  }

  override componentDidCatch(error: Error, details: ErrorInfo): void {
    reportError(new Error(`Drawing failed: ${error.name}`, { cause: details.componentStack }));
  }

  override render(): ReactNode {
    if (this.state.code === null) return this.props.children;
    return (
      <div role="alert" className={styles.fault}>
        <p>{this.props.message(`SCREEN-${this.state.code}`)}</p>
        <button type="button" className={styles.reload} onClick={() => location.reload()}>
          {this.props.reload}
        </button>
      </div>
    );
  }
}
