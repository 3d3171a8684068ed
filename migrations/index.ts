import { CreateInstallation1764000000010 } from './1764000000010-create-installation.js';
import { CreateProgrammes1764000000100 } from './1764000000100-create-programmes.js';
import { CreateRounds1764000000200 } from './1764000000200-create-rounds.js';

/** Every migration in the order in which it runs. The stamps in the names keep the same order. */
export const migrations = [
  CreateInstallation1764000000010,
  CreateProgrammes1764000000100,
  CreateRounds1764000000200,
];
