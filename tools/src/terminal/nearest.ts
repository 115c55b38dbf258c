export {nearest} from '../checks/nearest.js';
