import { AppError } from './app-error';
import { StoreFault } from './ports/store-fault';

/** Reads storage on a use case's behalf. Storage that cannot be read is STORAGE_BUSY: nothing was decided. */
export async function readStore<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    throw error instanceof StoreFault ? new AppError('STORAGE_BUSY', {}, error) : error;
  }
}
