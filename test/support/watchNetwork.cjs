/** Loaded before a program: records every attempt to reach a network, and refuses it. */

const { appendFileSync } = require('node:fs');

const record = process.env.NOMENCLATOR_NETWORK_RECORD;
appendFileSync(record, 'watching\n');

/** Puts a function that records and throws in the place of a method. */
function refuse(owner, method, name) {
  owner[method] = () => {
    appendFileSync(record, `${name}.${method}\n`);
    throw new Error(`${name}.${method} was called`);
  };
}

const net = require('node:net');
refuse(net.Server.prototype, 'listen', 'net.Server');
refuse(net.Socket.prototype, 'connect', 'net.Socket');
refuse(net, 'connect', 'net');
refuse(net, 'createConnection', 'net');

const dgram = require('node:dgram');
refuse(dgram.Socket.prototype, 'bind', 'dgram.Socket');
refuse(dgram.Socket.prototype, 'send', 'dgram.Socket');

const dns = require('node:dns');
refuse(dns, 'lookup', 'dns');
refuse(dns, 'resolve', 'dns');
refuse(dns.promises, 'lookup', 'dns.promises');

for (const name of ['http', 'https']) {
  const module = require(`node:${name}`);
  refuse(module, 'request', name);
  refuse(module, 'get', name);
}
refuse(require('node:tls'), 'connect', 'tls');
refuse(require('node:http2'), 'connect', 'http2');
refuse(require('node:inspector'), 'open', 'inspector');
refuse(globalThis, 'fetch', 'globalThis');
