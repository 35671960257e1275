/** Zod compiles its schemas where it may; under the page's content security policy it may not, and must not try. */
import * as z from 'zod';

z.config({ jitless: true });
