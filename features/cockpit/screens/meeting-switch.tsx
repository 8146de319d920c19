import { texts } from '../texts.ts';
import { useMeeting } from './use-meeting.ts';

/** One switch hides the names beside red lights. */
export function MeetingSwitch() {
  const [meeting, , set] = useMeeting();
  return (
    <label className="meeting-switch" title={texts.meetingOn}>
      <input type="checkbox" checked={meeting} onChange={(event) => set(event.target.checked)} />
      {texts.meeting}
    </label>
  );
}
