import { lockRest } from '../../../electron/register/locking/lock-rest.ts';
import { lockedAside } from '../../../electron/register/locking/locking.ts';
import { openRegister } from '../../../electron/register/register.ts';
import { takeGivenKey } from '../../locked.ts';

// Opens the register of a folder that is to be locked, and then locks what lies beside it.
const [folder = ''] = process.argv.slice(2);
takeGivenKey(lockedAside(folder));
openRegister(folder).close();
lockRest(folder);
