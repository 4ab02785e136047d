@power @faults
Feature: A memory that is broken
  The memory holds the customer's money. A meter that cannot store a token must not say that it took it, and what it
  stored before must still be there.

  Background:
    Given the meter holds 10.0 kWh
    And a 25.6 kWh credit token

  Rule: A meter that cannot store a token does not accept it

    Scenario: A memory that refuses
      When the memory refuses everything
      And the customer keys in the token
      Then the display reads:
        """
        Memory fault
        """

    Scenario: A memory that forgets a page
      When the memory forgets the next 1 page
      And the customer keys in the token
      Then the display reads:
        """
        Memory fault
        """

    Scenario: A memory that is worn out
      When the memory is worn out
      And the customer keys in the token
      Then the display reads:
        """
        Memory fault
        """

    Scenario: A memory whose bus is stuck low
      When the bus of the memory is stuck low
      And the customer keys in the token
      Then the display reads:
        """
        Memory fault
        """

  Rule: What could not be stored can be typed again when the memory works

    Scenario: The token after a memory that refused
      When the memory refuses everything
      And the customer keys in the token
      And the memory is mended
      And the mains fails
      And the mains returns
      Then the meter holds 10.0 kWh
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

    Scenario: The token after a forgotten page
      When the memory forgets the next 1 page
      And the customer keys in the token
      And the mains fails
      And the mains returns
      Then the meter holds 10.0 kWh
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

    Scenario: The update after a memory that refused
      Given the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      And the memory refuses everything
      And the customer keys in code 2
      And the memory is mended
      And the mains fails
      And the mains returns
      Then the key revision is 1
      And the meter holds 10.0 kWh
      When the customer keys in code 1
      And the customer keys in code 2
      Then the meter accepts it
      And the key revision is 2

    Scenario: The update after a bus that was stuck
      Given the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      And the bus of the memory is stuck low
      And the customer keys in code 2
      And the memory is mended
      And the mains fails
      And the mains returns
      Then the key revision is 1
      And the meter holds 10.0 kWh

  Rule: A memory that is busy for a moment is asked again

    Scenario Outline: <transfers> refused transfers
      When the memory refuses <transfers> transfers
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

      Examples:
        | transfers |
        | 1         |
        | 5         |
        | 15        |

  Rule: One copy is enough, and with none the meter takes nothing

    Scenario: A bit flips in the newest copy
      When the customer keys in the token
      And the mains fails
      And a bit of the newest copy in the memory flips
      And the mains returns
      Then the meter holds 10.0 kWh
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

    Scenario: A bit flips in the older copy
      When the customer keys in the token
      And the mains fails
      And a bit of the older copy in the memory flips
      And the mains returns
      Then the meter holds 35.6 kWh
      When the customer keys in the token
      Then the meter refuses it as used

    Scenario: A bit flips in both copies
      When the customer keys in the token
      And the mains fails
      And a bit of the newest copy in the memory flips
      And a bit of the newest copy in the memory flips
      And the mains returns
      Then the display reads:
        """
        Memory fault
        """

    Scenario: The memory does not answer when the mains returns
      When the mains fails
      And the memory refuses everything
      And the mains returns
      Then the display reads:
        """
        Memory fault
        """

    Scenario: A memory that did not answer at the start answers at the next
      When the mains fails
      And the memory refuses everything
      And the mains returns
      And the mains fails
      And the memory is mended
      And the mains returns
      Then the meter holds 10.0 kWh
