/** An object while it is being written: readonly is for those who get it. */

/**
 * Field by field is also the fast way to write one: engines copy what is spread, and an object that many are spread into
 * loses its form.
 */
export type Draft<T> = { -readonly [K in keyof T]: T[K] }
