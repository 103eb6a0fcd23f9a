import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { role } from './role'
import './table.css'

export interface Column<Key extends string> {
  key: Key
  title: string
  /** On a phone: in the first line of its row, or a line of its own. */
  narrow: 'head' | 'line'
}

interface TableProps<Key extends string> {
  /** What the table shows. */
  label: string
  columns: readonly Column<Key>[]
  /** A cell is words, or something to tap. */
  rows: readonly { key: string; cells: Partial<Record<Key, ReactNode>> }[]
}

/** A table at a desk; on a phone each row is a small card, and empty cells take no room. */
export function Table<Key extends string>({ label, columns, rows }: TableProps<Key>) {
  return (
    <View className="table" aria-label={label} {...role('table')}>
      <View className="table__row table__row--titles" {...role('row')}>
        {columns.map(({ key, title }) => (
          <View key={key} className={`table__cell table__cell--${key}`} {...role('columnheader')}>
            <Text>{title}</Text>
          </View>
        ))}
      </View>
      {rows.map(({ key: rowKey, cells }) => (
        <View key={rowKey} className="table__row" {...role('row')}>
          {columns.map(({ key, narrow }) => (
            <View
              key={key}
              className={[
                `table__cell table__cell--${key} table__cell--${narrow}`,
                cells[key] ? '' : 'table__cell--empty',
              ].join(' ')}
              {...role('cell')}
            >
              {typeof cells[key] === 'string' ? <Text>{cells[key]}</Text> : cells[key]}
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}
