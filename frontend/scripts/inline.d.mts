import type { PluginTarget } from '@babel/core';

export const inlineDocuments: PluginTarget;
export const compileMessages: PluginTarget;
