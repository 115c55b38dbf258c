import {BreadcrumbJsonld} from '../../elements/breadcrumb-jsonld/breadcrumb-jsonld.js';
import {define} from '../define.js';

/** The events of the element; this makes `addEventListener` know them too. */
export type {TermErrorEvent, TermLoadEvent} from '../../page/events.js';

define('breadcrumb-jsonld', BreadcrumbJsonld);

declare global {
  interface HTMLElementTagNameMap {
    'breadcrumb-jsonld': BreadcrumbJsonld;
  }
}
