import { validateTransition } from './entry/validator';
import { gatePorts } from './ports';

/** The workflow validator: the one function somebody waits for at every move, so it loads nothing else. */
export const validate = (payload: unknown, context: unknown) => validateTransition(gatePorts, payload, context);
