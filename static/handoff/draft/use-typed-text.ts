import { useState } from 'react';

interface TypedText {
  readonly text: string;
  readonly type: (text: string) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/**
 * Text in an editor: while it has the focus, and while it cannot be saved as it stands, the writer's own text is shown;
 * otherwise what is stored. So an answer that arrives while somebody types never moves their cursor.
 */
export function useTypedText(shown: string, isHeld: (text: string) => boolean, take: (text: string) => void): TypedText {
  const [typed, setTyped] = useState(shown);
  const [hasFocus, setHasFocus] = useState(false);
  const isOwn = hasFocus || isHeld(typed);
  return {
    text: isOwn ? typed : shown,
    type: (text) => {
      setTyped(text);
      take(text);
    },
    onFocus: () => {
      if (!isHeld(typed)) setTyped(shown);
      setHasFocus(true);
    },
    onBlur: () => setHasFocus(false),
  };
}
