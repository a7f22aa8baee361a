import Button from '@atlaskit/button/default/button';
import TextArea from '@atlaskit/textarea';
import { useId, useState, type ReactNode } from 'react';
import { TextButton } from '../../kit/layout/text-button';
import { useText } from '../../kit/text/use-text';
import { Problem } from '../draft/problem';
import styles from './talk.module.css';

interface TextFormProps {
  readonly label: string;
  readonly hint?: string;
  readonly maxLength: number;
  readonly submit: string;
  /** The state's one button, where this form is what it leads to. */
  readonly isPrimary?: boolean;
  readonly isBusy: boolean;
  /** Gives whether it worked; what is typed stays until then. */
  readonly onSubmit: (text: string) => Promise<boolean>;
  readonly onCancel?: () => void;
  readonly autoFocus?: boolean;
  /** More of the form, under the text. */
  readonly children?: ReactNode;
}

/** One text and a button: a question, an answer, a reason, a note. An empty text is explained, never a dead button. */
export function TextForm({
  label,
  hint,
  maxLength,
  submit,
  isPrimary = false,
  isBusy,
  onSubmit,
  onCancel,
  autoFocus = true,
  children,
}: TextFormProps) {
  const t = useText();
  const id = useId();
  const [text, setText] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const send = async (): Promise<void> => {
    setIsMissing(text.trim() === '');
    if (text.trim() === '') {
      document.getElementById(id)?.focus();
      return;
    }
    if (await onSubmit(text.trim())) setText('');
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <TextArea
        id={id}
        value={text}
        autoFocus={autoFocus}
        resize="smart"
        minimumRows={2}
        maxLength={maxLength}
        isInvalid={isMissing}
        aria-describedby={`${id}-hint ${id}-problem`}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setIsMissing(false);
        }}
      />
      <Problem id={`${id}-problem`} text={isMissing ? t('handoff.problem.empty') : null} />
      {children}
      <div className={styles.buttons}>
        <Button type="submit" appearance={isPrimary ? 'primary' : 'default'} isLoading={isBusy}>
          {submit}
        </Button>
        {onCancel !== undefined && <TextButton onClick={onCancel}>{t('common.cancel')}</TextButton>}
      </div>
    </form>
  );
}
