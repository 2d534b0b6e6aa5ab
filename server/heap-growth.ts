import { setFlagsFromString } from 'node:v8';

/**
 * Lets V8 collect garbage when the heap has grown by a fifth since it was last collected, where it would wait until it has doubled or
 * more: a server that reads thousands of counts for one question and then waits for the next would else keep the memory of the largest
 * question. Costs some processor time while much is asked, and nothing otherwise.
 */
export function limitHeapGrowth(): void {
  setFlagsFromString('--heap-growing-percent=20');
}
