/** The name that the system gives an error, as in EACCES or Z_DATA_ERROR; what is no error of the system is thrown on. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
