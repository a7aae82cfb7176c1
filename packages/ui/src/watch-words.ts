import { type ComponentType, createContext } from 'react';

/**
 * What watches the words of every long text while they are typed, and says beneath the field what it sees. Given once
 * around the pages, so that no field is forgotten.
 */
export const WatchWords = createContext<ComponentType<{ text: string }> | null>(null);
