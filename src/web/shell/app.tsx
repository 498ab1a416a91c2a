import { MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import type { newRouter } from './router.tsx';
import { theme } from './theme.ts';

interface AppProps {
  readonly client: QueryClient;
  readonly router: ReturnType<typeof newRouter>;
}

/** The staff site: theme, answers of the server, and the screens of the modules. */
export function App({ client, router }: AppProps) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="light">
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
