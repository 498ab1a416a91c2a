import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { PageHeader } from '../ui/page-header.tsx';

/** A page that only tells something and leads back to work. */
export function MessagePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <PageHeader title={title} />
      <Text maw="38rem" mb="lg">
        {children}
      </Text>
      <Button component={Link} to="/">
        Về trang đầu
      </Button>
    </>
  );
}
