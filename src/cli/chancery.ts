#!/usr/bin/env node
/** The program: runs one command line and ends with its exit code. */
import { existsSync, readFileSync } from 'node:fs';
import { COMPILED, programScript } from './script.ts';

const { exported } = programScript(existsSync(COMPILED) ? readFileSync(COMPILED) : undefined);
process.exitCode = await exported.run(process.argv.slice(2));
