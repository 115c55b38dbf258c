import {isIP} from 'node:net';

/**
 * Whether a request is for this server. A page of another site can make its own
 * name lead to 127.0.0.1 (DNS rebinding) and would then be of the same origin;
 * it cannot do so with a number, nor with `localhost`.
 *
 * @param header The `Host` of a request.
 * @param own The name that the server was asked to listen on.
 */
export const isOwnHost = (header: string | undefined, own: string): boolean => {
  if (!header || !URL.canParse(`http://${header}`)) return false;
  const {hostname, pathname, username} = new URL(`http://${header}`);
  if (pathname !== '/' || username) return false;
  const name = hostname.replace(/^\[|\]$/g, '');
  return (
    isIP(name) > 0 ||
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === own.toLowerCase()
  );
};
