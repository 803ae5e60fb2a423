/** Promise.withResolvers, which Node 20 does not have; the library and its readers run there. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(reason: unknown): void;
}

export function deferred<T>(): Deferred<T> {
  const made: { resolve?: Deferred<T>['resolve']; reject?: Deferred<T>['reject'] } = {};
  const promise = new Promise<T>((resolve, reject) => Object.assign(made, { resolve, reject }));
  return { promise, resolve: (value) => made.resolve?.(value), reject: (reason) => made.reject?.(reason) };
}
