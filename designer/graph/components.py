"""Strongly connected components, found without recursion."""

from __future__ import annotations


def components(successors: list[list[int]]) -> tuple[list[int], list[list[int]]]:
    """The numbers in an order in which each stands behind its successors, and the components that are circular.

    `successors[n]` are the numbers that n leads to. A component is circular if it has several numbers or one that
    leads to itself. The order holds across components; within a circular one there is none.
    Source: Tarjan, Depth-first search and linear graph algorithms, with a stack of its own.
    """
    count = len(successors)
    index = [0] * count
    low = [0] * count
    on_stack = [False] * count
    stack: list[int] = []
    order: list[int] = []
    circular: list[list[int]] = []
    clock = 0
    for root in range(count):
        if index[root]:
            continue
        clock += 1
        index[root] = low[root] = clock
        stack.append(root)
        on_stack[root] = True
        work = [(root, iter(successors[root]))]
        while work:
            number, targets = work[-1]
            for target in targets:
                if not index[target]:
                    clock += 1
                    index[target] = low[target] = clock
                    stack.append(target)
                    on_stack[target] = True
                    work.append((target, iter(successors[target])))
                    break
                if on_stack[target] and index[target] < low[number]:
                    low[number] = index[target]
            else:
                work.pop()
                if work and low[number] < low[work[-1][0]]:
                    low[work[-1][0]] = low[number]
                if low[number] == index[number]:
                    at = len(stack) - 1
                    while stack[at] != number:
                        at -= 1
                    members = stack[at:]
                    del stack[at:]
                    for member in members:
                        on_stack[member] = False
                    if len(members) > 1 or number in successors[number]:
                        circular.append(members)
                    order += members
    return order, circular
