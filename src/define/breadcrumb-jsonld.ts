import {BreadcrumbJsonld} from '../elements/breadcrumb-jsonld/breadcrumb-jsonld.js';
import {define} from './define.js';

define('breadcrumb-jsonld', BreadcrumbJsonld);

declare global {
  interface HTMLElementTagNameMap {
    'breadcrumb-jsonld': BreadcrumbJsonld;
  }
}
