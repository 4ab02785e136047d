@split
Feature: The line between keypad unit and measuring unit
  Most prepaid meters in Kenya are in two parts: one on the pole, one in the house, and a line between them. Sources:
  Landis+Gyr, Cashpower Three Phase and Gemini PLC user guides; Kenya Power's guide to common errors, July 2025.

  Background:
    Given a split meter

  Rule: A token keyed in indoors is judged outside, and both show it

    Scenario: The first token
      Given a 25.6 kWh credit token
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 25.6 kWh
      And the load switch is closed
      And the display of the measuring unit reads:
        """
        25.6 kWh
        """

    Scenario: The keypad unit echoes digits by itself
      Given the meter holds 10.0 kWh
      When the customer presses "1 2 3 4 5"
      Then the display reads:
        """
        1234 5
        """
      And the display of the measuring unit reads:
        """
        10.0 kWh
        """

  Rule: Without an answer nothing is accepted, and the customer is told so

    @faults
    Scenario: The line is lost before the token is keyed in
      Given the meter holds 10.0 kWh
      And a 25.6 kWh credit token
      When the line to the measuring unit is lost
      And the customer keys in the token
      Then the display shows "No connection"
      And the memory holds 10.0 kWh
      When the line to the measuring unit comes back
      And 15 seconds pass
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

  Rule: An entry that is sent again counts once, and the customer sees how it was judged

    @faults
    Scenario: The answer is lost
      Given the meter holds 10.0 kWh
      And a 25.6 kWh credit token
      When the line loses the next 1 answer of the measuring unit
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

    @faults
    Scenario: The answer to a token of yesterday is lost
      Given a 25.6 kWh credit token
      When the customer keys in the token
      Then the meter accepts it
      When the line loses the next 2 answers of the measuring unit
      And the customer keys in the token
      Then the meter refuses it as used
      And the meter holds 25.6 kWh

    @faults
    Scenario: All answers are lost, and the token is keyed in again
      Given the meter holds 10.0 kWh
      And a 25.6 kWh credit token
      When the line loses the next 3 answers of the measuring unit
      And the customer keys in the token
      Then the display shows "No connection"
      And the memory holds 35.6 kWh
      When 15 seconds pass
      Then the meter holds 35.6 kWh
      When the customer keys in the token
      Then the meter refuses it as used
      And the meter holds 35.6 kWh

    @faults
    Scenario: A code of a key change whose answer is lost
      Given a meter with key revision 1 on base date 1993
      And the meter holds 12.5 kWh
      And the two key change codes to key revision 2 on base date 2014
      When the line loses the next 1 answer of the measuring unit
      And the customer keys in code 1
      Then the meter asks for the other code
      When the line loses the next 1 answer of the measuring unit
      And the customer keys in code 2
      Then the meter accepts it
      And the key revision is 2
      And the meter holds 12.5 kWh

  Rule: A damaged frame is no entry, and is sent again

    @faults
    Scenario: Noise on the line while a token is sent
      Given the meter holds 10.0 kWh
      And a 25.6 kWh credit token
      When noise damages 3 bytes on the line to the measuring unit
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh
