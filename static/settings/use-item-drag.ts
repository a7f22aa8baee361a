import { useEffect, useRef, useState } from 'react';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';

/** Side of an entry something is dropped on. */
export type DropEdge = 'top' | 'bottom';

const KIND = 'checklist-item';

/** Makes an entry draggable by its handle and a place to drop others on; `edge` is where a drop would go right now. */
export function useItemDrag(itemId: string, onDrop: (draggedId: string, ontoId: string, edge: DropEdge) => void) {
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const drop = useRef(onDrop);
  const [edge, setEdge] = useState<DropEdge | null>(null);
  const [isDragged, setIsDragged] = useState(false);
  useEffect(() => {
    drop.current = onDrop;
  });

  useEffect(() => {
    const [element, dragHandle] = [row.current, handle.current];
    if (element === null || dragHandle === null) return;
    return combine(
      draggable({
        element,
        dragHandle,
        getInitialData: () => ({ kind: KIND, itemId }),
        onDragStart: () => setIsDragged(true),
        onDrop: () => setIsDragged(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data['kind'] === KIND && source.data['itemId'] !== itemId,
        getData: ({ input, element: onto }) => attachClosestEdge({ itemId }, { input, element: onto, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ self }) => setEdge(edgeOf(self.data)),
        onDragLeave: () => setEdge(null),
        onDrop: ({ self, source }) => {
          setEdge(null);
          const dragged = source.data['itemId'];
          const side = edgeOf(self.data);
          if (typeof dragged === 'string' && side !== null) drop.current(dragged, itemId, side);
        },
      }),
    );
  }, [itemId]);

  return { row, handle, edge, isDragged };
}

function edgeOf(data: Record<string | symbol, unknown>): DropEdge | null {
  const edge = extractClosestEdge(data);
  return edge === 'top' || edge === 'bottom' ? edge : null;
}
