import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';

type Answer = { data?: Record<string, unknown>; errors?: { message: string }[] };

/** Asks the API as whoever is signed in on this page. */
export async function api(page: Page, query: string, variables: Record<string, unknown> = {}) {
  const send = async (body: string): Promise<Answer> => {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const response = await fetch('/graphql', { method: 'POST', headers, body });
    return response.json();
  };
  const answer = await page.evaluate(send, JSON.stringify({ query, variables }));
  expect(answer.errors).toBeUndefined();
  return answer.data ?? {};
}

/** Makes an app by the API and answers with its name and its git remote. */
export async function makeApp(page: Page, prefix = 'shop') {
  const name = `${prefix}-${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;
  const document = `mutation ($input: CreateAppInput!) {
    createApp(input: $input) { app { name gitRemote } errors { message } }
  }`;
  const { createApp } = await api(page, document, { input: { name } });
  expect(createApp).toMatchObject({ app: { name }, errors: [] });
  return (createApp as { app: { name: string; gitRemote: string } }).app;
}

/** Does something that the account's timeline tells of: gives it another company. */
export async function changeCompany(page: Page, company: string) {
  const document = `mutation ($input: UpdateProfileInput!) {
    updateProfile(input: $input) { errors { message } }
  }`;
  expect(await api(page, document, { input: { company } })).toEqual({ updateProfile: { errors: [] } });
}

/** A folder with a repository in it, and a key of the account that is signed in on this page. */
export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), 'portico-e2e-'));
  readonly key = join(this.folder, 'key');

  git(...args: string[]) {
    const ssh = `ssh -i ${this.key} -o IdentitiesOnly=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null`;
    const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
    const env = { ...process.env, GIT_SSH_COMMAND: ssh, GIT_CONFIG_GLOBAL: '/dev/null' };
    return execFileSync('git', [...who, ...args], { cwd: this.folder, env, stdio: 'pipe' }).toString();
  }

  /** Adds a fresh key to the account. */
  async open(page: Page) {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', this.key]);
    const publicKey = readFileSync(`${this.key}.pub`, 'utf8').trim();
    const document = `mutation ($input: AddSshKeyInput!) { addSshKey(input: $input) { errors { message } } }`;
    const added = await api(page, document, { input: { name: 'Laptop', publicKey } });
    expect(added).toEqual({ addSshKey: { errors: [] } });
    this.git('init', '-q', '-b', 'main');
  }

  /** Pushes a commit to a branch. */
  push(remote: string, subject: string, branch = 'main') {
    writeFileSync(join(this.folder, 'index.html'), subject);
    this.git('add', 'index.html');
    this.git('commit', '-q', '-m', subject);
    return this.git('push', '-q', remote, `HEAD:refs/heads/${branch}`);
  }

  close() {
    rmSync(this.folder, { recursive: true });
  }
}
