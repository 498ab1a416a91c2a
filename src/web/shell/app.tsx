import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import type { WebModule } from '../module.ts';
import { newQueryClient } from './query-client.ts';
import { newRouter } from './router.tsx';
import { theme } from './theme.ts';

/** The staff site: theme, answers of the server, and the screens of the modules. */
export function App({ modules }: { modules: readonly WebModule[] }) {
  const [client] = useState(newQueryClient);
  const [router] = useState(() => newRouter(modules));
  return (
    <MantineProvider theme={theme} defaultColorScheme="light">
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
