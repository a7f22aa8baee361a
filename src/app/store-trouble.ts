import { AppError } from './app-error';
import { StoreFault } from './ports/store-fault';

/** Reads storage on a use case's behalf. Storage that cannot be read is STORAGE_BUSY: nothing was decided; what no second try can read is a fault of Baton. */
export async function readStore<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    throw error instanceof StoreFault && error.kind !== 'invalid' ? new AppError('STORAGE_BUSY', {}, error) : error;
  }
}
