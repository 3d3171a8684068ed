import { CreateInstallation1764000000010 } from './1764000000010-create-installation.js';

/** Every migration in the order in which it runs. The stamps in the names keep the same order. */
export const migrations = [CreateInstallation1764000000010];
