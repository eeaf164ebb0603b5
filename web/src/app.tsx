import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { queryClient } from './api/ask';
import { router } from './routes';
import { SettingsProvider } from './shell/settings';
import type { Words } from './text/catalogue';
import type { Translation } from './text/translation';

/** Renders the explorer; its bar takes over from the one that was painted first (shell/painted.ts). */
export function start(words: Translation<Words>) {
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <SettingsProvider words={words}>
          <RouterProvider router={router} />
        </SettingsProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
