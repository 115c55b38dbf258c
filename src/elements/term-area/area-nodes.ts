/** The nodes of an area. */
export {buildShownAreaNodes as build} from '../../structured-data/area-nodes.js';
