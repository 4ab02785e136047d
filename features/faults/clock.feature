@power @faults
Feature: A meter whose own clock is wrong
  A prepaid meter has no calendar. It counts its own time to close a key change, to give up an entry and to measure
  energy, and a clock that stands still or jumps must neither lose a token nor leave a key half changed.

  Background:
    Given the meter holds 10.0 kWh

  Rule: A clock that jumps ahead ends what was waiting, and nothing else

    Scenario: The clock jumps between the two codes
      Given the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      And the meter's clock jumps ahead by 60 minutes
      And the customer keys in code 2
      Then the meter asks for the other code
      And the key revision is 1
      And the meter holds 10.0 kWh

    Scenario: Both codes again after the jump
      Given the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      And the meter's clock jumps ahead by 60 minutes
      And the customer keys in code 1
      And the customer keys in code 2
      Then the meter accepts it
      And the key revision is 2

    Scenario: The clock jumps over a whole day
      Given a 25.6 kWh credit token
      When the customer keys in the token
      And the meter's clock jumps ahead by 1440 minutes
      And the customer keys in the token
      Then the meter refuses it as used
      And the meter holds 35.6 kWh

    Scenario: The clock jumps while a token is typed
      Given a meter in one piece
      When the customer presses "1844 6744 07"
      And the meter's clock jumps ahead by 5 minutes
      Then the display reads:
        """
        10.0 kWh
        """

    Scenario: A jump while the house draws nothing costs nothing
      When the meter's clock jumps ahead by 600 minutes
      And the customer presses "1 *"
      Then the meter holds 10.0 kWh

  Rule: A clock that stood still goes on where it stood

    Scenario: The clock stands still between the two codes
      Given the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      And the meter's clock stands still for 15 minutes
      And the customer keys in code 2
      Then the meter accepts it
      And the key revision is 2
      And the meter holds 10.0 kWh

    Scenario: A token after the clock stood still
      Given a 25.6 kWh credit token
      When the meter's clock stands still for 30 seconds
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

    Scenario: The digits are still there after the clock stood still
      Given a meter in one piece
      When the customer presses "1 2 3"
      And the meter's clock stands still for 60 seconds
      Then the display reads:
        """
        123
        """
