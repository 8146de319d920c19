import { defineScreens } from '#ui';

export const intakeScreens = defineScreens([]);
