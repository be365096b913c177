// An OAuth2 server that nobody here wrote, with the two addresses of GitHub's API
// that are asked. It writes its own address to stdout, and then serves until it
// is stopped. PUT /who says who authorizes, and what of it goes wrong:
// {"user": …, "emails": […], "break": "/token"}.
import { createServer } from 'node:http';
import { OAuth2Server } from 'oauth2-mock-server';

const provider = new OAuth2Server();
await provider.issuer.keys.generate('RS256');
provider.issuer.url = 'http://localhost';

let who = {};
const tokens = new Map();
const asked = [];
provider.service.on('beforeResponse', ({ body }, { body: form }) => {
  tokens.set(body.access_token, { ...who, client: form.client_id, secret: form.client_secret });
});

const json = (response, body, status = 200) => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

const server = createServer(async (request, response) => {
  const path = request.url.split('?')[0];
  if (path === '/who') {
    const parts = [];
    for await (const part of request) parts.push(part);
    who = JSON.parse(Buffer.concat(parts).toString());
    return json(response, asked.splice(0));
  }
  asked.push(`${request.method} ${request.url}`);
  if (who.break === path) return json(response, { message: 'broken', error: 'broken' }, 500);
  if (who.endless === path) {
    response.writeHead(200, { 'content-type': 'application/json' });
    const more = () => {
      while (!response.destroyed && response.write(' '.repeat(1 << 16)));
    };
    response.on('drain', more);
    return more();
  }
  if (path !== '/user' && path !== '/user/emails') return provider.service.requestHandler(request, response);
  const known = tokens.get(request.headers.authorization?.replace('Bearer ', ''));
  if (known?.client !== 'portico' || known.secret !== 'the secret') return json(response, { message: 'Bad credentials' }, 401);
  return json(response, path === '/user' ? known.user : known.emails);
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`));
