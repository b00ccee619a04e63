import { openRegister } from '../../../electron/register/register.ts';

// Opens the register of a folder, which brings it to the newest version, and closes it.
const [folder = ''] = process.argv.slice(2);
openRegister(folder).close();
