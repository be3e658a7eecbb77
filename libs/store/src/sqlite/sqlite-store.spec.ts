import { temporaryDatabase } from './temporary-database';
import { storeContract } from '../contract';

storeContract('SQLite', temporaryDatabase);
