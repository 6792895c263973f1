#!/bin/sh
echo "$db"
