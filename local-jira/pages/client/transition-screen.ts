import { openDialog } from './dialog';
import { isRecord } from './host-call';

/** A field a transition asks for on its screen. */
export interface ScreenField {
  readonly fieldId: string;
  readonly name: string;
  readonly required: boolean;
}

/** Reads the fields a transition item carries. */
export function parseScreenFields(text: string | undefined): ScreenField[] {
  const value: unknown = text === undefined ? [] : JSON.parse(text);
  return (Array.isArray(value) ? value : [])
    .filter(isRecord)
    .map(({ fieldId, name, required }) => ({ fieldId: String(fieldId), name: String(name), required: required === true }));
}

/** Shows the transition's screen when it has one. Resolves to the values by field id, or null when the person cancelled. */
export function askForFields(title: string, fields: readonly ScreenField[]): Promise<Record<string, string> | null> {
  if (fields.length === 0) return Promise.resolve({});
  return new Promise((resolve) => {
    let values: Record<string, string> | null = null;
    const form = document.createElement('form');
    form.className = 'screen-form';
    const dialog = openDialog({
      title,
      width: '400px',
      buttons: [
        { text: 'Cancel', look: 'subtle', onPress: (open) => open.close() },
        { text: 'Move', look: 'primary', onPress: () => form.requestSubmit() },
      ],
      onClosed: () => resolve(values),
    });
    for (const field of fields) form.append(fieldRow(field));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]));
      dialog.close();
    });
    dialog.body.append(form);
    form.querySelector('input')?.focus();
  });
}

function fieldRow(field: ScreenField): HTMLElement {
  const label = document.createElement('label');
  label.className = 'screen-field';
  const name = document.createElement('span');
  name.textContent = field.required ? `${field.name} (required)` : field.name;
  const input = document.createElement('input');
  input.className = 'text-input';
  input.name = field.fieldId;
  input.required = field.required;
  label.append(name, input);
  return label;
}
