export * from './may-enter.ts';
export * from './pack-for-room.ts';
export * from './room-code.ts';
export * from './room-state.ts';
export * from './validate-room.ts';
